# Sourced by the scripts in hack/: finds JDK 25, builds a program where its sources are newer, and runs it.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)

# The modules of the programs. Where a source of one is newer than what was built, what needs programs is built anew.
programs=(
  loadbalancer/{address,desired,libc,bgp,bfd,layer2} program cloud-provider/{kube,manager} nodeagent/{rules,ownership,agent} porterctl
)

# One sentence, exit status 2: something is missing that we don't install.
missing() {
  echo "hack/$(basename "$0"): $*" >&2
  exit 2
}

is_jdk_25() {
  [[ -x "$1/bin/javac" ]] && grep -qs '^JAVA_VERSION="25' "$1/release"
}

# JAVA_HOME where it is a JDK 25, else the java on PATH, else one in /usr/lib/jvm.
find_jdk() {
  local candidate on_path
  on_path=$(readlink -f "$(command -v java || true)" || true)
  for candidate in "${JAVA_HOME:-}" "${on_path%/bin/java}" /usr/lib/jvm/*; do
    if [[ -n "$candidate" ]] && is_jdk_25 "$candidate"; then
      export JAVA_HOME="$candidate" PATH="$candidate/bin:$PATH"
      return
    fi
  done
  missing "JDK 25 is missing: install one (for instance temurin-25-jdk) or set JAVA_HOME to it."
}

# Builds modules, and what Maven knows that they need, where a source of a named one is newer than what was built.
# Two at once don't collide.
build() { # MODULE...
  local built="$root/${!#}/target/.built" modules
  modules=$(IFS=,; echo "$*")
  exec 9<"$root/pom.xml"
  flock 9
  if [[ ! -e "$built" || -n $(cd "$root" && find pom.xml "${@/%//src/main}" "${@/%//pom.xml}" -newer "$built" -print -quit) ]]; then
    command -v mvn >/dev/null || missing "Maven is missing: install Maven 3.8.6 or newer."
    [[ ! -t 2 ]] || echo "building $modules ..." >&2
    # Maven 3 on JDK 25 warns about a library of its own, and prints colour resets whatever it is told.
    local options="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow -Djansi.noreset=true"
    (cd "$root" && MAVEN_OPTS="$options" mvn -q -B -Dstyle.color=never -pl "$modules" -am package -DskipTests 9<&-) >&2
    touch "$built"
  fi
  exec 9<&-
}

# Becomes a program of a built module.
run() { # MODULE MAIN-CLASS ARGUMENT...
  local target="$root/$1/target" main=$2
  shift 2
  # Building the images of all programs at once takes most of the heap. Netty uses sun.misc.Unsafe, about which JDK 25
  # would print warnings.
  exec java -Xmx512m -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
    "-Dporterlb.root=$root" -cp "$target/classes:$target/lib/*" "$main" "$@"
}

find_jdk
