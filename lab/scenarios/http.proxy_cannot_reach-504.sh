# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy waits for the target in vain.
expect_cause=http.proxy_cannot_reach
env=(https_proxy=http://$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='504'
build() {
	net one
	dns
	proxy status=504
}
