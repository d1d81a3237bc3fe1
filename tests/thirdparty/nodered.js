// Node-RED with a flow of its mqtt nodes, which act as a switch that Home Assistant would discover: node nodered.js PORT FOLDER
const fs = require("fs");
const http = require("http");
const path = require("path");
const RED = require("node-red");

const [, , port, folder] = process.argv;
const config = { name: "Flow", unique_id: "nodered_flow", state_topic: "nodered/state", command_topic: "nodered/set", device: { identifiers: ["nodered_flow"], name: "Node-RED flow", manufacturer: "Node-RED" } };
const flows = [
    { id: "sheet", type: "tab", label: "switch" },
    { id: "broker", type: "mqtt-broker", broker: "127.0.0.1", port: port, clientid: "", autoConnect: true, protocolVersion: "4", keepalive: "60", cleansession: true },
    { id: "once", type: "inject", z: "sheet", props: [{ p: "payload" }, { p: "topic", vt: "str" }], once: true, onceDelay: 0.5, topic: "homeassistant/switch/nodered/config", payload: JSON.stringify(config), payloadType: "json", wires: [["out"]] },
    { id: "first", type: "inject", z: "sheet", props: [{ p: "payload" }, { p: "topic", vt: "str" }], once: true, onceDelay: 0.6, topic: "nodered/state", payload: "OFF", payloadType: "str", wires: [["out"]] },
    { id: "in", type: "mqtt in", z: "sheet", topic: "nodered/set", qos: "1", datatype: "auto-detect", broker: "broker", wires: [["answer"]] },
    { id: "answer", type: "change", z: "sheet", rules: [{ t: "set", p: "topic", pt: "msg", to: "nodered/state", tot: "str" }], wires: [["out"]] },
    { id: "out", type: "mqtt out", z: "sheet", topic: "", qos: "1", retain: "true", broker: "broker", wires: [] },
];
fs.writeFileSync(path.join(folder, "flows.json"), JSON.stringify(flows));
const server = http.createServer();
RED.init(server, { userDir: folder, flowFile: "flows.json", httpAdminRoot: false, httpNodeRoot: false, telemetry: { enabled: false, updateNotification: false }, logging: { console: { level: "warn" } } });
RED.start();
