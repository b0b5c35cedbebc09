# Sourced by hack/cluster: `exec`, which must be fast and pass everything through, and so needs no Java.

exec_usage() {
  cat <<'TEXT'
Usage: hack/cluster exec [--name NAME] ROLE COMMAND...
Run a command in the network namespace of a role (node1, control-plane, client,
router1, leaf1, ...). Standard input, output and exit status are the command's.
      --name NAME   The cluster's name (default: porterlb).
TEXT
}

exec_in_namespace() {
  local name=porterlb
  while [[ "${1:-}" == -* ]]; do
    case "$1" in
      --name) name=${2:-}; shift 2 ;;
      --name=*) name=${1#--name=}; shift ;;
      -h | --help) exec_usage; exit 0 ;;
      *) echo "hack/cluster: unknown option $1" >&2; exec_usage >&2; exit 2 ;;
    esac
  done
  if (($# < 2)); then
    exec_usage >&2
    exit 2
  fi
  local role=$1 namespace="/run/netns/porterlb.$name.$1"
  shift
  if [[ ! -e "$namespace" ]]; then
    echo "hack/cluster: no \"$role\" in cluster \"$name\": there are$(roles "$name")" >&2
    exit 1
  fi
  exec nsenter "--net=$namespace" -- "$@"
}

roles() { # NAME
  local file found=" none; start it with \"hack/cluster up --name $1\""
  for file in "/run/netns/porterlb.$1."*; do
    if [[ -e "$file" ]]; then
      found="${found%% none;*} ${file##*.}"
    fi
  done
  echo "$found"
}
