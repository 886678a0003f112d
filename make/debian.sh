# Debian packages that Python's own registry cannot bring. Sourced by the other scripts.

# need WHY COMMAND:PACKAGE...   installs the packages whose command (or file) is missing, and says which and why;
# where that fails it names the command to run and stops.
need() {
    local why=$1 pair missing=()
    shift
    for pair in "$@"; do
        found "${pair%%:*}" || missing+=("${pair#*:}")
    done
    [ ${#missing[@]} -eq 0 ] || apt_install "$why" "${missing[@]}"
}

# found THING   a thing with a slash is a file pattern, any other a command.
found() {
    case $1 in
        */*) compgen -G "$1" >/dev/null ;;
        *) command -v "$1" >/dev/null ;;
    esac
}

# apt_install WHY PACKAGE...
apt_install() {
    local why=$1
    shift
    echo "Installing Debian packages for $why: $*"
    apt_get update -qq && apt_get install -y -qq --no-install-recommends "$@" >/dev/null && return 0
    echo "They could not be installed. Please run: sudo apt-get install $*" >&2
    return 1
}

# apt_get ARGUMENTS   as root, or with sudo, which asks for the password only where somebody can type it.
apt_get() {
    local as=(env)
    if [ "$(id -u)" -ne 0 ]; then
        as=(sudo)
        [ -t 0 ] || as=(sudo -n)
    fi
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get "$@"
}
