# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A Host block leads to another host, port, user and key; known_hosts, hashed, has it under its alias.
expect_status=ok
target=ssh://web
env=(LANG=C)
proof="$SSH web true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key work rsa
	allow work
	ssh_config 'Host web' "HostName $NAME" "Port $PORT" 'User deploy' 'IdentityFile ~/.ssh/work' \
		'HostKeyAlias the-web' 'IdentitiesOnly yes' 'StrictHostKeyChecking yes'
	sshd -p "$PORT"
	known -k "$DIR/sshd-s-$PORT.key" the-web
	ssh-keygen -q -H -f "$DIR/home/.ssh/known_hosts" >/dev/null 2>&1
	chown 65534:65534 "$DIR/home/.ssh/known_hosts"
}
