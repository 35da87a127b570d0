#!/usr/bin/env bash
# A Slurm of its own on this machine, for tests and benchmarks: a controller and nodes of one core each, on loopback.
#   bench/slurm-cluster.sh start DIR [NODES [MAXARRAYSIZE]]   prints the file for SLURM_CONF when the nodes are idle
#   bench/slurm-cluster.sh stop DIR                           ends its jobs and itself
# DIR is made, and removed when it stops; it is short, such as /tmp/cluster: a socket lies in it. Wants slurm-wlm and munge of Debian. Nothing outside of DIR is read or changed, and whoever starts it is the only user.
set -eu
say() { printf 'slurm-cluster.sh: %s\n' "$1" >&2; exit 2; }
[ $# -ge 2 ] || say "start DIR [NODES [MAXARRAYSIZE]], or stop DIR."
for program in munged slurmctld slurmd scancel sinfo; do
  PATH=$PATH:/usr/sbin command -v $program >/dev/null || say "$program is missing: install slurm-wlm and munge."
done
PATH=$PATH:/usr/sbin
export SLURM_CONF=$2/slurm.conf

ends() { # PIDFILE: waits until its process has ended
  [ -s "$1" ] || return 0
  local pid
  pid=$(cat "$1")
  kill "$pid" 2>/dev/null || return 0
  for _ in $(seq 30); do kill -0 "$pid" 2>/dev/null || return 0; sleep 0.1; done
  kill -KILL "$pid" 2>/dev/null || true
}

if [ "$1" = stop ]; then
  [ -e "$SLURM_CONF" ] || say "$2 holds no cluster."
  timeout 20 scancel --user="$(id -un)" 2>/dev/null || true
  timeout 20 scancel --batch --signal=KILL --user="$(id -un)" 2>/dev/null || true
  for _ in $(seq 100); do [ -n "$(timeout 20 squeue -h 2>/dev/null)" ] || break; sleep 0.1; done
  for pid in "$2"/slurmd-*.pid "$2/slurmctld.pid" "$2/munge.pid"; do ends "$pid"; done
  rm -rf "$2"
  exit 0
fi
[ "$1" = start ] || say "no '$1': start or stop."
[ ! -e "$SLURM_CONF" ] || say "$2 holds a cluster already: stop it, or name another folder."

mkdir -p "$2/state"
chmod 755 "$2"
cd "$2"
here=$PWD
host=$(hostname)
nodes=${3:-2}
# Ports that nobody has now.
ports=$(python3 -c '
import socket, sys
held = [socket.create_server(("127.0.0.1", 0)) for _ in range(int(sys.argv[1]))]
print(" ".join(str(one.getsockname()[1]) for one in held))' $((nodes + 1)))
head -c 1024 /dev/urandom >munge.key
chmod 600 munge.key
munged --force --key-file="$here/munge.key" --socket="$here/munge.socket" --pid-file="$here/munge.pid" \
  --log-file="$here/munge.log" --seed-file="$here/munge.seed"
cat >slurm.conf <<CONF
ClusterName=virtual
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=${ports%% *}
SlurmUser=$(id -un)
SlurmdUser=$(id -un)
AuthType=auth/munge
AuthInfo=socket=$here/munge.socket,cred_expire=5
CommunicationParameters=NoCtldInAddrAny,NoInAddrAny
StateSaveLocation=$here/state
SlurmdSpoolDir=$here/%n
SlurmctldPidFile=$here/slurmctld.pid
SlurmdPidFile=$here/slurmd-%n.pid
SlurmctldLogFile=$here/slurmctld.log
SlurmdLogFile=$here/slurmd-%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0,bf_interval=1
MaxArraySize=${4:-1001}
SlurmdTimeout=10
ReturnToService=1
CONF
number=0
for port in ${ports#* }; do
  number=$((number + 1))
  echo "NodeName=n$number NodeHostname=$host NodeAddr=127.0.0.1 Port=$port CPUs=1 RealMemory=1000" >>slurm.conf
done
echo "PartitionName=work Nodes=ALL Default=YES MaxTime=INFINITE State=UP" >>slurm.conf
slurmctld -f "$SLURM_CONF"
for node in $(seq "$nodes"); do slurmd -N "n$node" -f "$SLURM_CONF"; done
for _ in $(seq 600); do
  [ "$(timeout 20 sinfo -h -N -t idle -o %N 2>/dev/null | wc -l)" = "$nodes" ] && { echo "$SLURM_CONF"; exit 0; }
  sleep 0.1
done
tail -n 5 slurmctld.log >&2
say "the nodes did not come up within a minute."
