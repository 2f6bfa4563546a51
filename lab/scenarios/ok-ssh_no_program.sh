# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# No ssh program here (an image without it): the files are read, with their Host blocks.
expect_status=ok
target=ssh://web
wrap=(unshare --map-root-user --mount bash -c 'mount --bind /dev/null /usr/bin/ssh; exec "$@"' -)
proof="$SSH web true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key work
	allow work
	ssh_config 'Host web' "HostName $NAME" "Port=$PORT" 'User deploy' 'IdentityFile "~/.ssh/work"'
	sshd -p "$PORT"
	known -p "$PORT" "$NAME"
}
