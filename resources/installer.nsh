; "Open with" alone: nothing that opens these files today is replaced.

!macro eachListType DO
  !insertmacro ${DO} "csv"
  !insertmacro ${DO} "tsv"
  !insertmacro ${DO} "xlsx"
  !insertmacro ${DO} "xlsm"
  !insertmacro ${DO} "xls"
  !insertmacro ${DO} "xlsb"
  !insertmacro ${DO} "ods"
  !insertmacro ${DO} "numbers"
  !insertmacro ${DO} "sqlite"
  ; SHCNE_ASSOCCHANGED
  System::Call "shell32::SHChangeNotify(i 0x08000000, i 0, i 0, i 0)"
!macroend

!macro offerFor EXT
  WriteRegStr SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "InviteDoctor.File" ""
!macroend

!macro withdrawFor EXT
  DeleteRegValue SHELL_CONTEXT "Software\Classes\.${EXT}\OpenWithProgids" "InviteDoctor.File"
!macroend

!macro customInstall
  WriteRegStr SHELL_CONTEXT "Software\Classes\InviteDoctor.File" "AppUserModelID" "${APP_ID}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\InviteDoctor.File\Application" "ApplicationName" "${PRODUCT_NAME}"
  WriteRegStr SHELL_CONTEXT "Software\Classes\InviteDoctor.File\DefaultIcon" "" "$INSTDIR\${APP_EXECUTABLE_FILENAME},0"
  WriteRegStr SHELL_CONTEXT "Software\Classes\InviteDoctor.File\shell\open\command" "" '"$INSTDIR\${APP_EXECUTABLE_FILENAME}" "%1"'
  !insertmacro eachListType offerFor
!macroend

!macro customUnInstall
  !insertmacro eachListType withdrawFor
  DeleteRegKey SHELL_CONTEXT "Software\Classes\InviteDoctor.File"
!macroend
