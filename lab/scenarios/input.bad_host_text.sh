# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A blank came along when the host was copied.
expect_cause=input.bad_host_text expect_certainty=proven
target="https://$NAME /status"
proof="curl -sS '$target'; curl -sS https://$NAME/status"
proof_match='curl: \(3\).*hello'
build() {
	net far
	site
	https leaf
}
