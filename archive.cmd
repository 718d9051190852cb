@echo off
rem Builds Webinar Archiver when there is something new to build, and runs it. See archive --help.
setlocal enabledelayedexpansion
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%standalone\target\quarkus-app\quarkus-run.jar"

rem The help needs neither a build nor a JDK.
for %%A in (%*) do (
  if "%%~A"=="--help" set HELP=1
  if "%%~A"=="-h" set HELP=1
)
if defined HELP (
  if exist "%HOME_DIR%standalone\src\main\help\%~1.txt" (type "%HOME_DIR%standalone\src\main\help\%~1.txt") else (type "%HOME_DIR%standalone\src\main\help\archive.txt")
  exit /b 0
)

if not defined JAVA_HOME (
  for /d %%J in ("%ProgramFiles%\Eclipse Adoptium\jdk-2*" "%ProgramFiles%\Java\jdk-2*" "%ProgramFiles%\Microsoft\jdk-2*") do set "JAVA_HOME=%%~J"
)
if not defined JAVA_HOME (
  echo Webinar Archiver needs a JDK of version 21 or newer, and none was found. 1>&2
  echo Install one, for example Temurin 25 from https://adoptium.net, or set JAVA_HOME to its folder, and try again. 1>&2
  exit /b 1
)

if not exist "%JAR%" (
  echo Building Webinar Archiver; the first time this takes a few minutes 1>&2
  pushd "%HOME_DIR%"
  call mvnw.cmd -B -ntp -q -Dmaven.test.skip=true -pl standalone -am package 1>&2
  if errorlevel 1 (popd & exit /b 1)
  popd
)

"%JAVA_HOME%\bin\java" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xms256m -Xmx512m --enable-native-access=ALL-UNNAMED ^
  -Djava.util.logging.manager=org.jboss.logmanager.LogManager -Darchiver.terminal=true -Darchiver.terminal.input=true -jar "%JAR%" %*
exit /b %errorlevel%
