# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The proxy's password in the variable is wrong.
expect_cause=http.proxy_auth
env=(https_proxy=http://jo:wrong@$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='407'
build() {
	net far
	site
	https leaf
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128 auth=jo:right
}
