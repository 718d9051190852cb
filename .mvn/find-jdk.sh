# Finds a JDK of 21 or more and exports its folder as JAVA_HOME; sourced by mvnw and archive (POSIX sh).
#
# Order: JAVA_HOME, the javac on the path, then the places where Linux distributions, SDKMAN and macOS put theirs, the
# newest first. A build needs javac, so a bare runtime does not count.

wanted_java=21

# Prints the feature version of the JDK in folder $1 (for example 25), or nothing when there is none. Most say so in a
# file; starting the compiler to ask it takes some tenths of a second each.
jdk_version() {
  [ -x "$1/bin/javac" ] || return 0
  release_version=$(sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release" 2>/dev/null || :)
  if [ -n "$release_version" ]; then
    echo "$release_version"
  else
    "$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p'
  fi
}

# Succeeds when folder $1 holds a JDK that is new enough.
usable_jdk() {
  found_version=$(jdk_version "$1")
  [ -n "$found_version" ] && [ "$found_version" -ge "$wanted_java" ]
}

# Prints the folder of the javac on the path, links resolved, or nothing.
jdk_on_path() {
  compiler=$(command -v javac 2>/dev/null) || return 0
  while [ -L "$compiler" ]; do
    target=$(readlink "$compiler")
    case "$target" in
    /*) compiler=$target ;;
    *) compiler=$(dirname "$compiler")/$target ;;
    esac
  done
  dirname "$(dirname "$compiler")"
}

# Prints one folder a line of every place where a JDK may be installed.
jdk_candidates() {
  set +f
  for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/* "${HOME:-/nonexistent}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -d "$candidate" ] && printf '%s\n' "$candidate"
  done
  [ -x /usr/libexec/java_home ] && /usr/libexec/java_home -v "$wanted_java+" 2>/dev/null
  return 0
}

# Prints the folder of the newest usable candidate, or nothing.
newest_jdk() {
  jdk_candidates | while IFS= read -r candidate; do
    usable_jdk "$candidate" && printf '%s %s\n' "$found_version" "$candidate"
  done | sort -rn | sed -n '1s/^[0-9]* //p'
}

find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && usable_jdk "$JAVA_HOME"; then
    return 0
  fi
  on_path=$(jdk_on_path)
  if [ -n "$on_path" ] && usable_jdk "$on_path"; then
    JAVA_HOME=$on_path
  else
    JAVA_HOME=$(newest_jdk)
  fi
  if [ -z "$JAVA_HOME" ]; then
    {
      echo "Webinar Archiver needs a JDK of version $wanted_java or newer, and none was found."
      echo "Looked at: JAVA_HOME, the javac on the path${on_path:+ ($on_path is version $(jdk_version "$on_path"))}, /usr/lib/jvm, SDKMAN, macOS's java_home."
      echo "Install one (for example Temurin 25 from https://adoptium.net), or set JAVA_HOME to its folder, and try again."
    } >&2
    return 1
  fi
  export JAVA_HOME
}
