// An edge node of Sparkplug B with one device: node edgenode.js PORT
const node = require("sparkplug-client").newClient({
    serverUrl: `mqtt://127.0.0.1:${process.argv[2]}`, username: "", password: "", groupId: "Plant", edgeNode: "Line 1", clientId: "edge-line-1", version: "spBv1.0", publishDeath: true,
});
let valve = false;
let setpoint = 20;
const metrics = () => [
    { name: "Valve", type: "Boolean", value: valve },
    { name: "Setpoint", type: "Double", value: setpoint },
    { name: "Serial/Number", type: "String", value: "SN-4711" },
];
let born = false;

node.on("birth", () => {
    node.publishNodeBirth({ timestamp: Date.now(), metrics: [{ name: "Node Control/Rebirth", type: "Boolean", value: false }, { name: "Uptime", type: "UInt64", value: 1 }] });
    node.publishDeviceBirth("Pump", { timestamp: Date.now(), metrics: metrics() });
    born = true;
});
node.on("dcmd", (device, payload) => {
    for (const metric of payload.metrics) {
        if (metric.name === "Valve")
            valve = metric.value;
        if (metric.name === "Setpoint")
            setpoint = metric.value;
    }
    node.publishDeviceData(device, { timestamp: Date.now(), metrics: metrics() });
});
setInterval(() => born && node.publishNodeData({ timestamp: Date.now(), metrics: [{ name: "Uptime", type: "UInt64", value: Math.round(process.uptime()) }] }), 500);
