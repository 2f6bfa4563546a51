# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The lab's words for SSH: logins, keys, real servers. OpenSSH takes ~/.ssh from the passwd file and
# naze from $HOME: in the client both are $DIR/home. The server's login is called deploy.

# people [HOST...]: the client's users, and the login deploy on the servers (s).
people() {
	local h
	printf '%s\n' "root:x:0:0::$DIR/home:/bin/sh" "nobody:x:65534:65534::$DIR/home:/bin/sh" | etc c passwd
	mkdir -p "$DIR/home/.ssh" "$DIR/deploy/.ssh" /run/sshd
	chmod 700 "$DIR/home/.ssh" "$DIR/deploy/.ssh"
	chown -R 65534:65534 "$DIR/home"
	chown -R 1500:1500 "$DIR/deploy"
	: >"$DIR/authorized_keys"
	for h in "${@:-s}"; do
		(cat /etc/passwd; echo "deploy:x:1500:1500::$DIR/deploy:/bin/sh") | etc "$h" passwd
		(cat /etc/group; echo 'deploy:x:1500:') | etc "$h" group
		# "open sesame", and no password for root
		printf '%s\n' 'root:*:19000::::::' \
			"deploy:$(openssl passwd -6 'open sesame'):19000:0:99999:7:::" | etc "$h" shadow
		# the lab's directory is in /tmp, which StrictModes does not like
	done
}

# ssh_key [NAME] [TYPE] [PASSPHRASE]: a key of the client in ~/.ssh; allow NAME: the server takes it.
ssh_key() {
	local f=$DIR/home/.ssh/${1-id_ed25519}
	ssh-keygen -q -t "${2-ed25519}" -N "${3-}" -C "${1-id_ed25519}" -f "$f" </dev/null
	chown 65534:65534 "$f" "$f.pub"
}
allow() { cat "$DIR/home/.ssh/${1-id_ed25519}.pub" >>"$DIR/authorized_keys"; }

# sshd [-h HOST] [-p PORT] [LINE...]: OpenSSH's server in s with these lines of its configuration.
sshd() {
	local h=s port=22 f
	while [[ ${1-} == -[hp] ]]; do
		[ "$1" = -h ] && h=$2 || port=$2
		shift 2
	done
	f=$DIR/sshd-$h-$port
	[ -e "$f.key" ] || ssh-keygen -q -t ed25519 -N '' -C '' -f "$f.key"
	# of two lines with one keyword sshd takes the first
	printf '%s\n' "$@" "Port $port" "HostKey $f.key" "PidFile $f.pid" 'UsePAM no' 'StrictModes no' \
		"AuthorizedKeysFile $DIR/authorized_keys" 'LogLevel VERBOSE' >"$f.conf"
	bg "$h" "$port" /usr/sbin/sshd -D -e -f "$f.conf"
}

# known [-p PORT] [-k KEY] NAME...: the client knows the server's host key under these names.
known() {
	local port=22 key=$DIR/sshd-s-22.key n
	while [[ ${1-} == -[pk] ]]; do
		[ "$1" = -p ] && port=$2 key=$DIR/sshd-s-$2.key || key=$2
		shift 2
	done
	for n; do
		[ "$port" = 22 ] || n="[$n]:$port"
		echo "$n $(cut -d' ' -f1,2 "$key.pub")" >>"$DIR/home/.ssh/known_hosts"
	done
	chown 65534:65534 "$DIR/home/.ssh/known_hosts"
}

# ssh_config LINE...: the client's ~/.ssh/config.
ssh_config() {
	printf '%s\n' "$@" >"$DIR/home/.ssh/config"
	chown 65534:65534 "$DIR/home/.ssh/config"
	chmod 600 "$DIR/home/.ssh/config"
}

# ssh_agent NAME...: an agent with these keys, whose files are then taken away. Sets $AGENT.
ssh_agent() {
	local n
	AGENT=$DIR/home/agent
	bg c - setpriv --reuid=65534 --regid=65534 --clear-groups ssh-agent -D -a "$AGENT"
	await "$AGENT"
	for n; do
		SSH_AUTH_SOCK=$AGENT on c setpriv --reuid=65534 --regid=65534 --clear-groups \
			ssh-add -q "$DIR/home/.ssh/$n"
		rm "$DIR/home/.ssh/$n" "$DIR/home/.ssh/$n.pub"
	done
}

# What an ordinary user's ssh says, without ever asking.
SSH='setpriv --reuid=65534 --regid=65534 --clear-groups ssh -v -o BatchMode=yes'
