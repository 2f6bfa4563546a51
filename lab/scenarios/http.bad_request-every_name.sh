# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The application calls the request bad, whatever the name.
expect_cause=http.bad_request
target=http://$NAME/?page=0
proof="curl -sSi '$target'; curl -sSi -H 'Host: localhost' '$target'"
proof_match='400 Bad Request.*400 Bad Request'
build() {
	net far
	dns
	http 80 "return 400 '{\"error\":\"page begins at 1\"}';"
}
