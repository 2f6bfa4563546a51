# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The name has an IPv6 address, the service listens on IPv4 only.
expect_status=degraded expect_cause=name.aaaa_not_served
target=http://$NAME/
proof="curl -6 -sS $target; curl -4 -sS $target; ping -6 -c1 -W1 $S6"
proof_match='curl: \(7\).*hello.* 0% packet loss'
build() {
	net far
	dns
	nginx s 80 "listen 80; location / { return 200 'hello\n'; }"
}
