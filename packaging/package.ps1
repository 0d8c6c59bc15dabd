# Makes installers of target\app: packaging\package.ps1 [app-image|msi]...
# Not run yet: it was written on a machine without Windows.
# They are written to target\package. Without arguments: only the application image.
$ErrorActionPreference = 'Stop'
Set-Location (Join-Path $PSScriptRoot '..')

# A JDK 25 or later: from JAVA_HOME, from PATH, or installed.
$candidates = @($env:JAVA_HOME)
$onPath = Get-Command java -ErrorAction SilentlyContinue
if ($onPath) { $candidates += Split-Path (Split-Path $onPath.Source) }
foreach ($folder in 'Java', 'Eclipse Adoptium', 'Microsoft', 'Zulu') {
    $candidates += Get-ChildItem (Join-Path $env:ProgramFiles $folder) -Directory -ErrorAction SilentlyContinue |
        ForEach-Object { $_.FullName }
}
foreach ($jdk in $candidates) {
    if (-not $jdk -or -not (Test-Path (Join-Path $jdk 'bin\jpackage.exe'))) { continue }
    $release = Join-Path $jdk 'release'
    if ((Test-Path $release) -and ((Get-Content $release -Raw) -match 'JAVA_VERSION="(\d+)') -and [int]$Matches[1] -ge 25) {
        & (Join-Path $jdk 'bin\java.exe') packaging/Package.java @args
        exit $LASTEXITCODE
    }
}
[Console]::Error.WriteLine('package.ps1: no JDK from 25 on was found; install one, or set JAVA_HOME to it')
exit 2
