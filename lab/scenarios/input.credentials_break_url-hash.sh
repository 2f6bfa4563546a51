# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A # in the password ends the host.
expect_cause=input.credentials_break_url
target="https://deploy:s3#cret@$NAME/"
proof="curl -sS '$target'"
proof_match='curl: \((3|6)\)'
build() {
	net far
	site
	https leaf
}
