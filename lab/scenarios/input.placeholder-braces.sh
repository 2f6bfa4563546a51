# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A template that nothing filled in.
expect_cause=input.placeholder
target='http://{{ api_host }}/'
proof="curl -sS '$target'"
proof_match='curl: \(3\)'
build() {
	net far
	dns
}
