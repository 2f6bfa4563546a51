# SPDX-License-Identifier: Apache-2.0
# The lab: small networks in namespaces, built to be broken in one known way.
# Sourced by lab/one.sh, which then sources one scenario and calls its `build`. All that a
# scenario makes lives in namespaces called $TAG-*, below $DIR and in /etc/netns/$TAG-*;
# lab_close takes away exactly that.
#
#     c (client) --- r1 --- r2 --- s (server)        net [far]
#                     |
#                     d (name server)
#
# net one: without r2.  net near: c and s on one link.  Each draws its own prefixes and names, so
# that nothing can be tuned to them (LAB_SEED draws others) and scenarios run side by side.

LAB=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
SERVERS=$LAB/servers
PYTHON='/usr/bin/python3 -I -S'
TAG=nz$$x$(printf %04x $RANDOM)
DIR=
LAB_HOSTS=() LAB_PIDS=()

# What went wrong, said on the line of the scenario.
die() {
	echo "$*" >"$DIR/why"
	exit 70
}

draw() { echo "${@:RANDOM % $# + 1:1}"; }

# Draws the scenario's addresses, names and an ordinary high port.
lab_draw() {
	RANDOM=$(($(cksum <<<"$1${LAB_SEED-}" | cut -d' ' -f1) % 32768))
	local net a b h
	net=$(draw 10.$((RANDOM % 200 + 30)) 172.$((RANDOM % 12 + 18)) 192.168)
	a=$((RANDOM % 70 + 10)) b=$((RANDOM % 70 + 90)) h=$(printf %x $((RANDOM % 30000 + 4096)))
	CNET=$net.$a SNET=$net.$b DNET=$net.$((RANDOM % 70 + 170)) TNET=10.$((RANDOM % 20 + 5)).$((RANDOM % 250))
	CNET6=fd${h:0:2}:$h:c SNET6=fd${h:0:2}:$h:5 DNET6=fd${h:0:2}:$h:d TNET6=fd${h:0:2}:$h:f
	C4=$CNET.$((RANDOM % 90 + 10)) C6=$CNET6::$((RANDOM % 90 + 10)) GW4=$CNET.1 GW6=$CNET6::1
	S4=$SNET.$((RANDOM % 90 + 10)) S6=$SNET6::$((RANDOM % 90 + 10)) SGW4=$SNET.1 SGW6=$SNET6::1
	D4=$DNET.53 D6=$DNET6::53 R1=$TNET.1 R2=$TNET.2
	S4B=$SNET.$((RANDOM % 90 + 110)) S6B=$SNET6::$((RANDOM % 90 + 110))
	DOMAIN=$(draw corp.example svc.example.net prod.example.org shop.example intra.example.com)
	LABEL=$(draw api web app shop git wiki)$((RANDOM % 90 + 1))
	NAME=$LABEL.$DOMAIN OTHER=$(draw old mail beta static).$DOMAIN
	PORT=$((RANDOM % 20000 + 9000))
	export CNET SNET DNET TNET C4 C6 GW4 GW6 S4 S6 SGW4 SGW6 D4 D6 R1 R2 S4B S6B DOMAIN LABEL NAME OTHER PORT DIR
}

# --- hosts and links ------------------------------------------------------------------------

ns() { echo "$TAG-$1"; }

# Runs a program, or (x) a line of shell, in host $1.
on() { ip netns exec "$TAG-$1" "${@:2}"; }
x() { ip netns exec "$TAG-$1" bash -ec "$2"; }

# Makes hosts: a namespace, loopback, its own /etc/hosts and friends, an empty CA store.
host() {
	local h etc
	for h; do
		ip netns add "$TAG-$h"
		LAB_HOSTS+=("$h")
		etc=/etc/netns/$TAG-$h
		mkdir -p "$etc/ssl/certs" "$etc/ssl/private"
		printf '127.0.0.1\tlocalhost\n::1\tlocalhost ip6-localhost\n' >"$etc/hosts"
		printf 'nameserver %s\n' "$D4" >"$etc/resolv.conf"
		printf '%s: files\n' passwd group services protocols >"$etc/nsswitch.conf"
		printf 'hosts: files dns\n' >>"$etc/nsswitch.conf"
		cp /etc/ssl/openssl.cnf "$etc/ssl/"
		: >"$etc/ssl/certs/ca-certificates.crt"
		x "$h" 'ip link set lo up
			s() { [ ! -e /proc/sys/$1 ] || echo $2 2>/dev/null >/proc/sys/$1 || :; }
			s net/ipv6/conf/all/disable_ipv6 0
			s net/ipv6/conf/default/accept_dad 0; s net/ipv6/conf/all/accept_dad 0
			s net/ipv6/conf/default/dad_transmits 0; s net/ipv6/conf/default/accept_ra 0
			s net/ipv4/conf/default/rp_filter 0; s net/ipv4/conf/all/rp_filter 0
			s net/ipv4/icmp_ratelimit 0; s net/ipv6/icmp/ratelimit 0
			s net/ipv4/icmp_msgs_per_sec 100000; s net/ipv4/ip_forward 0'
	done
}

# link HOST DEVICE HOST DEVICE: a cable.
link() {
	ip link add "$2" netns "$TAG-$1" type veth peer name "$4" netns "$TAG-$3"
	ip -n "$TAG-$1" link set "$2" up
	ip -n "$TAG-$3" link set "$4" up
}

# tun HOST DEVICE: a tunnel that is up and swallows what goes in.
tun() {
	local i
	bg "$1" - $PYTHON "$SERVERS/tun.py" "$2"
	for ((i = 0; i < 500; i++)); do
		ip -n "$TAG-$1" link set "$2" up 2>/dev/null && return
		sleep 0.02
	done
	die "no $2"
}

# addr HOST DEVICE ADDRESS/BITS...
addr() {
	local a
	for a in "${@:3}"; do
		if [[ $a == *:* ]]; then
			[ -n "$V6" ] && ip -n "$TAG-$1" addr add "$a" dev "$2" nodad
		else
			[ -n "$V4" ] && ip -n "$TAG-$1" addr add "$a" dev "$2"
		fi || :
	done
}

# route HOST PREFIX GATEWAY: the family is the gateway's.
route() {
	if [[ $3 == *:* ]]; then
		[ -z "$V6" ] || ip -n "$TAG-$1" -6 route add "$2" via "$3"
	else
		[ -z "$V4" ] || ip -n "$TAG-$1" route add "$2" via "$3"
	fi
}

forwards() {
	local h
	for h; do
		x "$h" 'echo 1 >/proc/sys/net/ipv4/ip_forward; echo 1 >/proc/sys/net/ipv6/conf/all/forwarding'
	done
}

# net [far|one|near] [both|4|6]: the network, whole and healthy.
net() {
	local shape=${1-far}
	V4=4 V6=6
	case ${2-both} in 4) V6= ;; 6) V4= ;; esac
	if [ "$shape" = near ]; then # s is a neighbour of c
		S4=$CNET.$((RANDOM % 80 + 110)) S6=$CNET6::$((RANDOM % 80 + 110))
		S4B=$CNET.$((RANDOM % 40 + 200)) S6B=$CNET6::$((RANDOM % 40 + 200))
	fi
	host c r1 s d
	forwards r1
	link d eth0 r1 dns0
	addr r1 dns0 "$DNET.1/24" "$DNET6::1/64"
	addr d eth0 "$D4/24" "$D6/64"
	route d default "$DNET.1"; route d default "$DNET6::1"
	case $shape in
	near)
		ip -n "$TAG-r1" link add lan0 type bridge
		ip -n "$TAG-r1" link set lan0 up
		link c eth0 r1 port1
		link s eth0 r1 port2
		ip -n "$TAG-r1" link set port1 master lan0
		ip -n "$TAG-r1" link set port2 master lan0
		addr s eth0 "$S4/24" "$S6/64"
		route s default "$GW4"; route s default "$GW6"
		;;
	one)
		link c eth0 r1 lan0
		link s eth0 r1 srv0
		addr r1 srv0 "$SGW4/24" "$SGW6/64"
		addr s eth0 "$S4/24" "$S6/64"
		route s default "$SGW4"; route s default "$SGW6"
		;;
	far)
		host r2
		forwards r2
		link c eth0 r1 lan0
		link r1 wan0 r2 up0
		link r2 srv0 s eth0
		addr r1 wan0 "$R1/30" "$TNET6::1/64"
		addr r2 up0 "$R2/30" "$TNET6::2/64"
		addr r2 srv0 "$SGW4/24" "$SGW6/64"
		addr s eth0 "$S4/24" "$S6/64"
		route s default "$SGW4"; route s default "$SGW6"
		route r1 "$SNET.0/24" "$R2"; route r1 "$SNET6::/64" "$TNET6::2"
		route r2 default "$R1"; route r2 default "$TNET6::1"
		;;
	esac
	addr r1 lan0 "$GW4/24" "$GW6/64"
	addr c eth0 "$C4/24" "$C6/64"
	route c default "$GW4"; route c default "$GW6"
}

# real_mtu HOST DEVICE: packets no larger than the MTU leave the device, as on real cables.
real_mtu() { ip -n "$TAG-$1" link set "$2" gso_max_segs 1; }

# rules HOST <<EOF: an nft ruleset, or: rules HOST 'output tcp dport 80 drop': one rule of a hook.
rules() {
	if [ $# -eq 1 ]; then
		on "$1" nft -f -
	else
		on "$1" nft -f - <<-NFT
			table inet lab_${2%% *} {
				chain ${2%% *} { type filter hook ${2%% *} priority 0; policy accept; ${2#* }; }
			}
		NFT
	fi
}

# --- files of a host ------------------------------------------------------------------------

# etc HOST FILE <<EOF: the host's own /etc/FILE.
etc() { cat >"/etc/netns/$TAG-$1/$2"; }

# hosts LINE...: lines of the client's /etc/hosts, below those for localhost.
hosts() { printf '%s\n' "$@" >>"/etc/netns/$TAG-c/hosts"; }

# resolv LINE...: the client's resolv.conf.
resolv() { printf '%s\n' "$@" >"/etc/netns/$TAG-c/resolv.conf"; }

# nsswitch 'files dns': which sources the client asks for a host.
nsswitch() { sed -i "s/^hosts:.*/hosts: $1/" "/etc/netns/$TAG-c/nsswitch.conf"; }

# --- servers --------------------------------------------------------------------------------

listening() { # PID PORT[/udp]
	local hex
	hex=$(printf %04X "${2%/*}")
	if [[ $2 == */udp ]]; then
		grep -qsE ":$hex [0-9A-F]+:0000 07" "/proc/$1/net/udp" "/proc/$1/net/udp6"
	else
		grep -qsE ":$hex [0-9A-F]+:0000 0A" "/proc/$1/net/tcp" "/proc/$1/net/tcp6"
	fi
}

# bg HOST PORT[/udp] COMMAND...: starts a server and waits until it listens (PORT - : does not wait).
bg() {
	local h=$1 port=$2 pid i log=$DIR/log.${#LAB_PIDS[@]}
	shift 2
	ip netns exec "$TAG-$h" "$@" </dev/null >"$log" 2>&1 9>&- &
	pid=$!
	LAB_PIDS+=("$pid")
	[ "$port" = - ] && return
	for ((i = 0; i < 500; i++)); do
		[ "/proc/$pid/ns/net" -ef "/run/netns/$TAG-$h" ] && listening "$pid" "$port" && return
		kill -0 "$pid" 2>/dev/null || die "$1 died: $(tail -3 "$log" | tr '\n' ' ')"
		sleep 0.02
	done
	die "$1 does not listen on $port: $(tail -3 "$log" | tr '\n' ' ')"
}

# process COMMAND...: a program in the client that lives in a place of its own (ip-netns(8) gives it
# the client's files), and its number in $DIR/pid.
process() {
	bg c - "$@"
	local i pid=${LAB_PIDS[-1]}
	for ((i = 0; i < 500; i++)); do
		[ "/proc/$pid/ns/net" -ef "/run/netns/$TAG-c" ] && [ "$(cat "/proc/$pid/comm")" = sleep ] && break
		sleep 0.02
	done
	echo "$pid" >"$DIR/pid"
}

# client ADDRESS PORT...: a program in the client that keeps a connection to each of them, or keeps trying;
# its number in $DIR/pid. Returns when it has one or has begun to try.
client() {
	bg c - env -i $PYTHON "$SERVERS/client.py" "$DIR/connected" "$@"
	await "$DIR/connected"
	cp "$DIR/connected" "$DIR/pid"
}

# container NAME [NAME=VALUE...]: such a process with that environment, which a docker of ours in
# $DIR/bin says is the container NAME.
container() {
	process env -i "${@:2}" sleep 300
	mkdir "$DIR/bin"
	cat >"$DIR/bin/docker" <<-SH
		#!/bin/sh
		for last; do :; done
		[ "\$last" = "$1" ] && exec cat "$DIR/pid"
		echo "Error: No such container: \$last" >&2
		exit 1
	SH
	chmod 755 "$DIR/bin/docker"
}

# await FILE: until a program of the scenario has made it.
await() {
	local i
	for ((i = 0; i < 500; i++)); do
		[ -e "$1" ] && return
		sleep 0.02
	done
	die "$1 never came"
}

# dns [LINE...]: dnsmasq in d, by default with both addresses of $NAME; else with these lines of
# its configuration. It knows $DOMAIN and nothing else. dns_on HOST LINE...: in another host.
dns() { dns_on d "${@:-host-record=$NAME,$S4,$S6}"; }
dns_on() {
	printf '%s\n' no-resolv no-hosts user=root bind-interfaces local=/example/ local=/example.com/ \
		local=/example.net/ local=/example.org/ local=/test/ log-queries "${@:2}" >"$DIR/dnsmasq.$1"
	bg "$1" 53/udp dnsmasq -k -C "$DIR/dnsmasq.$1" --log-facility=- --pid-file=
}

# dns_py ARGS...: a name server of our own in d, for what real ones refuse to do.
dns_py() { bg d 53/udp $PYTHON "$SERVERS/dns.py" "$@"; }

# tcp [-h HOST] [-b ADDRESS] PORT MODE [ARG...]: a server that misbehaves (servers/tcp.py).
tcp() {
	local h=s bind=::
	while [[ $1 == -[hb] ]]; do
		[ "$1" = -h ] && h=$2 || bind=$2
		shift 2
	done
	bg "$h" "$1" $PYTHON "$SERVERS/tcp.py" "$bind" "$@"
}

# nginx HOST PORT 'server block' ['http block']
nginx() {
	local f=$DIR/nginx-$1-$2
	cat >"$f.conf" <<-NGINX
		daemon off; master_process off; pid $f.pid; error_log $f.err info;
		events { worker_connections 256; }
		http {
			access_log $f.log; client_body_temp_path $f.t1; proxy_temp_path $f.t2;
			fastcgi_temp_path $f.t3; uwsgi_temp_path $f.t4; scgi_temp_path $f.t5;
			${4-}
			server { $3 }
		}
	NGINX
	bg "$1" "$2" nginx -e "$f.err" -c "$f.conf"
}

# http [PORT] ['location block']: a web server in s that says hello.
http() {
	nginx s "${1-80}" "listen ${1-80}; listen [::]:${1-80};
		location / { ${2-return 200 'hello\n';} }"
}

# https CERT [PORT] ['location block'] ['more of the server block']
https() {
	nginx s "${2-443}" "listen ${2-443} ssl; listen [::]:${2-443} ssl;
		ssl_certificate $DIR/$1.crt; ssl_certificate_key $DIR/$1.key; ${4-}
		location / { ${3-return 200 'hello\n';} }"
}

# front PORT 'bind options' LINE...: haproxy in s, over both families (crt: a .crt and .key in one).
front() {
	local f=$DIR/haproxy-$1.cfg c
	for c in "$DIR"/*.crt; do
		[ ! -e "$c" ] || cat "$c" "${c%.crt}.key" >"${c%.crt}.pem"
	done
	printf '%s\n' defaults 'mode http' 'timeout connect 1s' 'timeout client 20s' 'timeout server 1s' \
		'listen x' "bind :::$1 v4v6 $2" "${@:3}" >"$f"
	bg s "$1" haproxy -db -f "$f"
}

# apache [-p PORT] LINE...: Apache in s with a virtual host of these lines (which may begin others).
apache() {
	local port=80 d=$DIR/apache m
	[ "$1" != -p ] || { port=$2; shift 2; }
	mkdir "$d"
	{
		for m in mpm_event authz_core dir ssl socache_shmcb; do
			echo "LoadModule ${m}_module /usr/lib/apache2/modules/mod_$m.so"
		done
		printf '%s\n' "ServerRoot $d" "PidFile $d/pid" "ErrorLog $d/log" 'ServerName server.invalid' 'Mutex pthread' \
			"Listen $port" "<Directory $DIR>" 'Require all granted' '</Directory>' "<VirtualHost *:$port>" "$@" '</VirtualHost>'
	} >"$d/conf"
	bg s "$port" apache2 -X -f "$d/conf"
}

# squid LINE...: squid in s on 3128, with these lines of its configuration.
squid() {
	mkdir -m 777 "$DIR/squid"
	printf '%s\n' 'http_port 3128' "visible_hostname proxy.$DOMAIN" 'pid_filename none' 'access_log none' \
		"cache_log $DIR/squid/cache.log" "coredump_dir $DIR/squid" 'cache deny all' 'cache_mem 8 MB' \
		'pinger_enable off' 'netdb_filename none' 'connect_timeout 2 seconds' 'shutdown_lifetime 0 seconds' \
		"dns_nameservers $D4" "$@" >"$DIR/squid.conf"
	bg s 3128 squid -N -n "$TAG" -f "$DIR/squid.conf"
}

# proxy [ARGS...]: servers/proxy.py in s on 3128.
proxy() { bg s 3128 $PYTHON "$SERVERS/proxy.py" 3128 "$@"; }

# shellcheck source=lab/pg.sh
. "$LAB/pg.sh"

# --- certificates ---------------------------------------------------------------------------

# cert NAME [issuer=NAME] [san=DNS:..,IP:..] [cn=..] [from=DATE] [to=DATE] [ca=1] [key=..]
# Makes $DIR/NAME.crt and .key. DATE is what date(1) understands ("3 days ago"). Without issuer
# it signs itself. A CA's certificate must exist before what it signs.
cert() {
	local name=$1 issuer='' san="DNS:$NAME" cn='' from='2 days ago' to='80 days' ca='' key='ec -pkeyopt ec_paramgen_curve:P-256' a
	for a in "${@:2}"; do
		local "${a%%=*}=${a#*=}"
	done
	cat >"$DIR/$name.cnf" <<-CNF
		[ca]
		default_ca=d
		[d]
		database=$DIR/$name.db
		rand_serial=yes
		new_certs_dir=$DIR
		default_md=sha256
		policy=p
		x509_extensions=e
		unique_subject=no
		[p]
		commonName=supplied
		[e]
		subjectKeyIdentifier=hash
		authorityKeyIdentifier=keyid
		$(if [ -n "$ca" ]; then
			echo 'basicConstraints=critical,CA:TRUE'
			echo 'keyUsage=critical,keyCertSign,cRLSign'
		else
			echo 'basicConstraints=CA:FALSE'
			[ -z "$san" ] || echo "subjectAltName=$san"
		fi)
	CNF
	: >"$DIR/$name.db"
	{
		# shellcheck disable=SC2086
		openssl req -new -newkey $key -nodes -keyout "$DIR/$name.key" -out "$DIR/$name.csr" \
			-subj "/CN=${cn:-${ca:+$name }${san:+$NAME}}"
		openssl ca -batch -notext -config "$DIR/$name.cnf" -in "$DIR/$name.csr" -out "$DIR/$name.crt" \
			-startdate "$(date -u -d "$from" +%Y%m%d%H%M%SZ)" -enddate "$(date -u -d "$to" +%Y%m%d%H%M%SZ)" \
			$(if [ -n "$issuer" ]; then
				echo -cert "$DIR/$issuer.crt" -keyfile "$DIR/$issuer.key"
			else
				echo -selfsign -keyfile "$DIR/$name.key"
			fi)
	} >"$DIR/openssl.log" 2>&1 || die "cert $name: $(tail -2 "$DIR/openssl.log" | tr '\n' ' ')"
	chmod 644 "$DIR/$name.key"
}

# ca [NAME] [cert's arguments]: a certificate authority that the client trusts.
ca() {
	cert "${1:-ca}" ca=1 to='3000 days' cn="Lab Root CA" "${@:2}"
	trust "${1:-ca}"
}

# trust NAME...: puts them into the client's CA store, the bundle and the hashed directory.
trust() {
	local n d=/etc/netns/$TAG-c/ssl/certs
	for n; do
		cat "$DIR/$n.crt" >>"$d/ca-certificates.crt"
		cp "$DIR/$n.crt" "$d/$n.pem"
	done
	openssl rehash "$d" >/dev/null 2>&1
}

# site ['cert arguments'...]: the usual healthy https site: DNS, a trusted CA, a good certificate.
site() {
	dns
	ca
	cert leaf issuer=ca "$@"
}

# --- ssh ---

# shellcheck source=lab/ssh.sh
. "$LAB/ssh.sh"

# --- begin and end --------------------------------------------------------------------------

lab_open() {
	DIR=$(mktemp -d /tmp/nzlab.XXXXXX)
	chmod 755 "$DIR"
	mkdir -m 700 "$DIR/home"
	chown 65534:65534 "$DIR/home"
	lab_draw "$1"
}

# Takes away what a run that was killed could not: namespaces of this lab whose maker is gone.
lab_sweep() {
	local n p
	for n in $(ip netns list | sed -n 's/^\(nz[0-9]*x[0-9a-f]\{4\}-[a-z0-9]*\).*/\1/p'); do
		p=${n#nz}
		[ -d "/proc/${p%%x*}" ] && continue
		for p in $(ip netns pids "$n" 2>/dev/null); do
			kill -KILL "$p" 2>/dev/null || :
		done
		ip netns del "$n" 2>/dev/null || :
		rm -rf "/etc/netns/$n"
	done
}

lab_close() {
	local h p
	for p in "${LAB_PIDS[@]}"; do
		kill -KILL "$p" 2>/dev/null || :
	done
	for h in "${LAB_HOSTS[@]}"; do
		for p in $(ip netns pids "$TAG-$h" 2>/dev/null); do
			kill -KILL "$p" 2>/dev/null || :
		done
		ip netns del "$TAG-$h" 2>/dev/null || :
		rm -rf "/etc/netns/$TAG-$h"
	done
	rmdir /etc/netns 2>/dev/null || :
	rm -f "/dev/shm/$TAG"-* # squid's
	pg_sweep
	[ -z "$DIR" ] || rm -rf "$DIR"
}
