# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# Large packets vanish and the gateway sends no ICMP error at all: nothing says that it is this host's link.
long=$(printf 'q%.0s' {1..2000})
expect_cause=path.mtu_blackhole
target="http://$NAME/?$long"
proof="curl -sS -m 3 '$target'; curl -sS http://$NAME/; traceroute -n -q1 -w1 -m1 $S4"
proof_match='curl: \(28\).*hello.* 1  \*'
build() {
	net far 4
	dns "host-record=$NAME,$S4"
	http
	real_mtu c eth0
	rules r1 'output icmp type { destination-unreachable, time-exceeded } drop'
	rules r1 'forward meta length > 1300 drop'
}
