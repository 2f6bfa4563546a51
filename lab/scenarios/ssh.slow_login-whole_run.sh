# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The lookup takes longer than naze has: the login is still under way when its time is up.
expect_status=degraded
expect_cause=ssh.slow_login
target=ssh://deploy@$NAME
args=(--timeout 3)
proof="time $SSH deploy@$NAME true"
proof_match='(?s)Authenticated to.*real\s+0m(1[0-9]|[5-9])'
needs='sshd ssh'
build() {
	net one
	dns
	people
	ssh_key
	allow
	printf '%s\n' "nameserver $SGW4" 'options timeout:6 attempts:1' | etc s resolv.conf
	rules r1 "input udp dport 53 drop"
	sshd 'UseDNS yes'
	known "$NAME"
}
