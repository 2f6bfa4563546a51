# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate behind CONNECT has expired.
expect_cause=tls.expired
env=(https_proxy=http://$D4:3128)
target=https://$NAME/
proof="curl -sSi -m 6 $target"
proof_match='certificate has expired'
build() {
	net far
	site to='1 day ago' from='60 days ago'
	https leaf
	bg d 3128 $PYTHON "$SERVERS/proxy.py" 3128
}
