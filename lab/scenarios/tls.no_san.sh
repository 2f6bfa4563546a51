# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate has its name only in the Common Name: old clients take it.
expect_cause=tls.no_san
target=https://$NAME/
expect_status=degraded
proof="curl -sS -m 6 $target"
proof_match='subject name|hello'
build() {
	net far
	site san= cn=$NAME
	https leaf
}
