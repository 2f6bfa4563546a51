# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A filter's page: whatever is asked for is forbidden.
expect_cause=name.sinkhole
expect_certainty=proven
target=http://$NAME/report
proof="dig +short naze$PORT.invalid; curl -sSi $target"
proof_match="^$S4\n.*403"
build() {
	net far 4
	dns_py "*=$S4"
	http 80 "return 403 'This page is blocked.\n';"
}
