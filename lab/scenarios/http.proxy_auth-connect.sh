# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy wants other credentials than the URL has, for https.
expect_cause=http.proxy_auth
env=(https_proxy=http://user:wrong@$S4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='407'
build() {
	net far
	site
	https leaf
	proxy auth=user:secret
}
