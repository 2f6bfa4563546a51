# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# An old server: the only kind of host key signature it knows is switched off in this client.
expect_cause=ssh.no_common_algorithm
expect_certainty=proven
target=ssh://deploy@$NAME
proof="$SSH deploy@$NAME true"
proof_match='no matching host key type found. Their offer: ssh-rsa'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	ssh-keygen -q -t rsa -b 2048 -N '' -f "$DIR/rsa"
	sshd "HostKey $DIR/rsa" 'HostKeyAlgorithms ssh-rsa'
}
