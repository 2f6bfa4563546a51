# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate ran out three days ago.
expect_cause=tls.expired
target=https://$NAME/
proof="curl -sS $target"
proof_match='certificate has expired'
build() {
	net far
	site from='90 days ago' to='3 days ago'
	https leaf
}
