#!/bin/sh
# A plug made of mosquitto_pub and mosquitto_sub: plug.sh PORT FOLDER
port=$1
pub() { mosquitto_pub -h 127.0.0.1 -p "$port" -r -t "$1" -m "$2"; }
pub homeassistant/switch/shellplug/config '{"name":"Relay","unique_id":"shellplug_relay","state_topic":"shellplug/state","command_topic":"shellplug/set","availability_topic":"shellplug/available","device":{"identifiers":["shellplug"],"name":"Shell plug"}}'
pub homeassistant/sensor/shellplug/config '{"name":"Power","unique_id":"shellplug_power","state_topic":"shellplug/power","unit_of_measurement":"W","device_class":"power","device":{"identifiers":["shellplug"]}}'
pub shellplug/available online
pub shellplug/power 12.5
pub shellplug/state OFF
trap 'kill "$listener"' EXIT
trap 'exit 0' TERM
mkfifo "$2/orders"
mosquitto_sub -h 127.0.0.1 -p "$port" -t shellplug/set > "$2/orders" &
listener=$!
while read -r word; do pub shellplug/state "$word"; done < "$2/orders"
