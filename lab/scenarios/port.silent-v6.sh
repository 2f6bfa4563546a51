# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# IPv6 only, by name.
expect_cause=port.silent
target=https://$NAME/
proof="nc -6 -vz -w2 $NAME 443; ping -6 -c1 -W1 $S6"
proof_match='timed out.* 0% packet loss'
build() {
	net far 6
	dns "host-record=$NAME,$S6"
	resolv "nameserver $D6"
	http
	rules s 'input tcp dport 443 drop'
}
