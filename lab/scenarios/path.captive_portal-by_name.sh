# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The portal gives its own address for all names, and sends each request to its log-in page.
expect_cause=path.captive_portal
target=http://$NAME/
proof="dig +short naze$PORT.invalid; curl -sSi -m3 $target; curl -sSi -m3 -H 'Host: example.org' http://$S4/"
proof_match="^$S4\n.*302.*portal.*302.*portal"
build() {
	net far 4
	dns_py "*=$S4"
	nginx s 80 "listen 80 default_server; return 302 http://portal.hotel.example/login;" "server { listen 80; server_name portal.hotel.example; location / { return 200 'Please log in\n'; } }"
}
