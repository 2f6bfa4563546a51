# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The server can be reached from the jump host alone, by a name that only the jump host knows.
expect_status=ok
target=ssh://deploy@inner.lab
proof="$SSH deploy@inner.lab true; echo rc=\$?"
proof_match='rc=0'
needs='sshd ssh'
build() {
	net one
	dns
	people s r1
	ssh_key
	allow
	ssh_config 'Host inner.lab' "ProxyJump deploy@$GW4:2222"
	printf '%s\n' "$S4 inner.lab" | etc r1 hosts
	rules r1 'forward drop'
	sshd -h r1 -p 2222
	sshd
	known inner.lab
	known -p 2222 -k "$DIR/sshd-r1-2222.key" "$GW4"
}
