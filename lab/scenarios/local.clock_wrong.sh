# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# This host's clock is 400 days behind everybody else's: to it, a new certificate is not valid yet.
expect_cause=local.clock_wrong
target=https://$NAME/
proof="curl -sS $target; curl -sSkI $target | grep -i ^date; date -u"
proof_match='not yet valid.*[Dd]ate: '
build() {
	net far
	dns
	ca ca from='3000 days ago'
	cert leaf issuer=ca from='380 days' to='470 days'
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" date=34560000
}
