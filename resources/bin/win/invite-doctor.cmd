@rem Invite Doctor on the command line, run by the app itself. A batch file waits for it; a prompt alone would not.
@"%~dp0..\..\Invite Doctor.exe" --command-line -- %*
@exit /b %errorlevel%
