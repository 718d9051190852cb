@echo off
rem Puts the command "archive" on the path of this user, and takes it away again.
rem
rem   install              writes archive.cmd into %LOCALAPPDATA%\WebinarArchiver\bin and adds that to the path
rem   install uninstall    removes both; what was archived stays
rem
rem The command runs the program in this folder, so leave the folder where it is; after moving it, install again.
setlocal
set "HOME_DIR=%~dp0"
set "BIN=%LOCALAPPDATA%\WebinarArchiver\bin"

if /i "%~1"=="uninstall" (
  if exist "%BIN%\archive.cmd" del "%BIN%\archive.cmd"
  powershell -NoProfile -Command "$p=[Environment]::GetEnvironmentVariable('Path','User'); [Environment]::SetEnvironmentVariable('Path', (($p -split ';' | Where-Object { $_ -and $_ -ne $env:BIN }) -join ';'), 'User')"
  echo Removed. What was archived, and the program's data, stay where they are.
  exit /b 0
)
if not "%~1"=="" (
  echo This is no option of the installer: %1 1>&2
  exit /b 2
)

if not exist "%BIN%" mkdir "%BIN%"
> "%BIN%\archive.cmd" echo @"%HOME_DIR%archive.cmd" %%*
powershell -NoProfile -Command "$p=[Environment]::GetEnvironmentVariable('Path','User'); if (($p -split ';') -notcontains $env:BIN) { [Environment]::SetEnvironmentVariable('Path', ($p.TrimEnd(';') + ';' + $env:BIN), 'User') }"
echo Installed %BIN%\archive.cmd. Open a new terminal and try: archive demo
exit /b 0
