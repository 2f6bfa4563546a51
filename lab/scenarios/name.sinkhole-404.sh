# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# One address for all names; its page does not know the path: a stranger's, or a developer's own machine.
expect_cause=name.sinkhole
expect_certainty=likely
target=http://$NAME/api/v1
proof="dig +short naze$PORT.invalid; curl -sSi $target"
proof_match="^$S4\n.*404"
build() {
	net far 4
	dns_py "*=$S4"
	nginx s 80 "listen 80; location = / { return 200 'hello\n'; } location / { return 404; }"
}
