# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# A hoster that has no such site says so.
expect_cause=http.wrong_host
target=http://$NAME/
proof="curl -sSi -m 6 $target"
proof_match="There isn't a GitHub Pages site here"
build() {
	net far
	dns
	tcp 80 head "HTTP/1.1 404 Not Found\r\nServer: GitHub.com\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 117\r\n\r\n<html><head><title>Site not found</title></head><body><p><strong>There isn't a GitHub Pages site here.</strong></body>\n"
}
