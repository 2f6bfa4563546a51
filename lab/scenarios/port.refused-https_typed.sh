# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The site has http and no https: that its owner forgot it is as likely as that the user did.
expect_cause=port.refused
target=https://$NAME/
proof="curl -sS $target; curl -sS http://$NAME/"
proof_match='curl: \(7\).*hello'
build() {
	net far
	site
	http
}
