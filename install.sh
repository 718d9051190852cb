#!/bin/sh
# Puts the command "archive" on your path, and takes it away again.
#
#   ./install.sh                      into ~/.local/bin
#   ./install.sh --prefix /usr/local  into /usr/local/bin
#   ./install.sh --uninstall          removes it; what was archived stays
#
# The command runs the program in this folder, so leave the folder where it is; after moving it, install again.
set -eu

home=$(cd "$(dirname "$0")" && pwd -P)
prefix=${HOME:-}/.local
uninstall=false
mark="# Written by Webinar Archiver's install.sh"

usage() {
  sed -n '2,8s/^# \{0,1\}//p' "$0"
}

while [ $# -gt 0 ]; do
  case "$1" in
  --prefix)
    [ $# -ge 2 ] || { echo "--prefix wants a folder, for example --prefix /usr/local" >&2; exit 2; }
    prefix=$2
    shift
    ;;
  --prefix=*) prefix=${1#--prefix=} ;;
  --uninstall) uninstall=true ;;
  -h | --help)
    usage
    exit 0
    ;;
  *)
    echo "This is no option of the installer: $1" >&2
    usage >&2
    exit 2
    ;;
  esac
  shift
done

case "$prefix" in
/*) ;;
*) prefix=$PWD/$prefix ;;
esac
bin=$prefix/bin
launcher=$bin/archive

# Succeeds when the launcher is there and is ours: another program of that name is left alone.
is_ours() {
  [ -f "$launcher" ] && grep -qF "$mark" "$launcher"
}

if [ "$uninstall" = true ]; then
  if is_ours; then
    rm "$launcher"
    echo "Removed $launcher. What was archived, and the program's data, stay where they are."
  else
    echo "There is no archive of this program in $bin." >&2
    exit 1
  fi
  exit 0
fi

if [ -e "$launcher" ] && ! is_ours; then
  echo "There is another program called archive in $bin; it is left alone. Choose another folder with --prefix." >&2
  exit 1
fi

. "$home/.mvn/find-jdk.sh"
find_jdk || exit 1

mkdir -p "$bin" || exit 1
quoted=$(printf '%s' "$home" | sed "s/'/'\\\\''/g")
{
  echo "#!/bin/sh"
  echo "$mark"
  echo "exec '$quoted/archive' \"\$@\""
} >"$launcher.new"
chmod 755 "$launcher.new"
mv "$launcher.new" "$launcher"
echo "Installed $launcher (JDK: $JAVA_HOME)."

case ":${PATH:-}:" in
*":$bin:"*) echo "Try it: archive demo" ;;
*)
  echo "$bin is not on your path yet. Add this line to ~/.profile (on macOS ~/.zprofile) and open a new terminal:"
  echo "  export PATH=\"$bin:\$PATH\""
  ;;
esac
