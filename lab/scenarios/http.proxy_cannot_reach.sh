# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy cannot connect to the target.
expect_cause=http.proxy_cannot_reach
env=(https_proxy=http://$S4:3128)
target=https://$NAME:9443/
proof="curl -sSi -m 6 $target"
proof_match='50[0-4]'
build() {
	net far
	dns
	proxy "resolve=$NAME:$S4"
}
