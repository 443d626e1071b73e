# Sourced by mvnw and colloquy (POSIX sh). Sets and exports JAVA_HOME to a JDK of at least the
# release below, or says in one sentence what is missing and ends the script that sourced it.
# With FIND_JDK_MAVEN=yes it also hands over to an installed Maven that is recent enough.

COLLOQUY_JAVA=25
COLLOQUY_MAVEN=3.8.7

# jdk_release DIR: prints the feature release of the JDK in DIR, nothing where there is none.
# The file `release` answers without starting a JVM.
jdk_release() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 0
  if [ -r "$1/release" ]; then
    sed -n 's/^JAVA_VERSION="\{0,1\}\([0-9]*\).*/\1/p' "$1/release" | head -n 1
  else
    "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
  fi
}

is_good_jdk() {
  _release=$(jdk_release "$1")
  [ -n "$_release" ] && [ "$_release" -ge "$COLLOQUY_JAVA" ] 2>/dev/null
}

# The JDK behind the `java` of the PATH, through whatever links lead there.
jdk_on_path() {
  _java=$(command -v javac 2>/dev/null) || return 0
  if command -v readlink >/dev/null 2>&1; then
    _target=$(readlink -f "$_java" 2>/dev/null) && [ -n "$_target" ] && _java=$_target
  fi
  dirname "$(dirname "$_java")"
}

# One candidate a line, best guesses first.
jdk_candidates() {
  [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
  jdk_on_path
  if [ -x /usr/libexec/java_home ]; then
    /usr/libexec/java_home -v "$COLLOQUY_JAVA+" 2>/dev/null || :
  fi
  for _jdk in \
    /usr/lib/jvm/* /usr/lib64/jvm/* /usr/java/* /opt/java/* /opt/jdk* /opt/*jdk* /usr/local/openjdk* \
    "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* "${HOME-}"/.local/share/mise/installs/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ ! -d "$_jdk" ] || printf '%s\n' "$_jdk"
  done
}

find_jdk() {
  jdk_candidates | while IFS= read -r _candidate; do
    if is_good_jdk "$_candidate"; then
      printf '%s\n' "$_candidate"
      break
    fi
  done
}

# installed_maven: prints the `mvn` of the PATH where its version is good enough.
installed_maven() {
  _mvn=$(command -v mvn 2>/dev/null) || return 0
  _version=$("$_mvn" --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9][0-9.]*\).*/\1/p' | head -n 1)
  [ -n "$_version" ] || return 0
  _lower=$(printf '%s\n%s\n' "$_version" "$COLLOQUY_MAVEN" | sort -t. -k1,1n -k2,2n -k3,3n | head -n 1)
  [ "$_lower" != "$COLLOQUY_MAVEN" ] || printf '%s\n' "$_mvn"
}

_found=$(find_jdk)
if [ -z "$_found" ]; then
  echo "Colloquy needs a JDK $COLLOQUY_JAVA or newer and found none: install one (https://adoptium.net) or set JAVA_HOME to it." >&2
  exit 1
fi
JAVA_HOME=$_found
export JAVA_HOME

if [ "${FIND_JDK_MAVEN-}" = yes ]; then
  _maven=$(installed_maven)
  if [ -n "$_maven" ]; then
    # Maven 3's own libraries make JDK 25 warn about sun.misc.Unsafe and native access; not our news.
    MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS-}"
    export MAVEN_OPTS
    exec "$_maven" "$@"
  fi
fi
