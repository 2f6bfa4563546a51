# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets towards the server vanish: a long request gets no answer.
long=$(printf 'q%.0s' {1..2000})
expect_cause=path.mtu_blackhole
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; curl -sS -m 3 http://$NAME/"
proof_match='curl: \(28\).*hello'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	real_mtu c eth0
	real_mtu r1 wan0
	rules r1 'forward iifname lan0 meta length > 1300 drop'
}
