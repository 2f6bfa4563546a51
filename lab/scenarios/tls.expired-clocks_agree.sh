# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# The certificate has expired and the server says the same time as this host: no clock is to blame.
expect_cause=tls.expired
target=https://$NAME/
proof="curl -sS $target; curl -sSkI $target | grep -i ^date"
proof_match='has expired.*[Dd]ate: '
build() {
	net far
	site from='420 days ago' to='-330 days'
	bg s 443 $PYTHON "$SERVERS/tls.py" 443 "$DIR/leaf.crt" "$DIR/leaf.key" date=2
}
