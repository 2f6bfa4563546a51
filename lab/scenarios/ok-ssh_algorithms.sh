# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A server with few algorithms, each of them rare: all the same one of each is common.
expect_status=ok
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key id_ecdsa ecdsa
	allow id_ecdsa
	ssh-keygen -q -t rsa -b 3072 -N '' -C '' -f "$DIR/sshd-s-22.key"
	sshd 'KexAlgorithms diffie-hellman-group-exchange-sha256' 'Ciphers chacha20-poly1305@openssh.com' 'HostKeyAlgorithms rsa-sha2-256'
	known "$NAME"
}
