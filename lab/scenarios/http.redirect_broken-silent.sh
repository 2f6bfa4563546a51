# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The redirect leads to a port that a router drops.
expect_cause=http.redirect_broken
target=http://$NAME/
proof="curl -sSL -m 6 $target"
proof_match='curl: \(28\)'
build() {
	net far
	dns
	http 80 'return 308 http://$host:8443/new;'
	rules r2 'forward tcp dport 8443 drop'
}
