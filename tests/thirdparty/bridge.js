// Zigbee2MQTT bridges with 250 devices each, one of every model that zigbee-herdsman-converters knows: node bridge.js PORT. They obey /set by telling the
// new state. Prints the number of devices when all is published.
const fs = require("fs");
const path = require("path");
const mqtt = require("mqtt");
const converters = require("zigbee-herdsman-converters");

const folder = path.join(path.dirname(require.resolve("zigbee-herdsman-converters")), "devices");
const perBridge = 250;
const baseOf = (index) => (index < perBridge ? "zigbee2mqtt" : `zigbee2mqtt_${Math.floor(index / perBridge)}`);

function definitions() {
    const all = [];
    for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".js") && name !== "index.js")) {
        for (const raw of require(path.join(folder, file)).definitions ?? []) {
            try {
                const definition = converters.prepareDefinition({ ...raw });
                const exposes = typeof definition.exposes === "function" ? definition.exposes({ isDummyDevice: true }, {}) : definition.exposes;
                all.push({ model: definition.model, vendor: definition.vendor, description: definition.description, exposes: exposes, options: definition.options ?? [], supports_ota: !!definition.ota });
            } catch (error) {
                console.error(`${file}: ${raw.model}: ${error.message}`);
            }
        }
    }
    return JSON.parse(JSON.stringify(all));
}

// What a device of this kind might be saying.
function valueOf(expose) {
    switch (expose.type) {
    case "numeric":
        return expose.value_min ?? 1;
    case "binary":
        return expose.value_off;
    case "enum":
        return expose.values[0];
    case "composite":
        return Object.fromEntries(expose.features.filter((f) => f.property).map((f) => [f.property, valueOf(f)]));
    case "list":
        return [];
    default:
        return "text";
    }
}

function initialState(exposes) {
    const state = {};
    for (const expose of exposes) {
        if (expose.features && expose.type !== "composite")
            Object.assign(state, initialState(expose.features));
        else if (expose.property && (expose.access & 1) && expose.name !== "action")
            state[expose.property] = valueOf(expose);
    }
    return state;
}

const merged = (old, change) => {
    for (const [key, value] of Object.entries(change))
        old[key] = value && typeof value === "object" && !Array.isArray(value) ? merged(old[key] ?? {}, value) : value;
    return old;
};

const devices = definitions().map((definition, index) => ({
    ieee_address: "0x" + (0x00124b0000000000n + BigInt(index)).toString(16).padStart(16, "0"),
    type: "EndDevice", network_address: index + 1, supported: true, disabled: false, interview_completed: true, interviewing: false, power_source: "Battery",
    friendly_name: `device ${index}`, definition: definition, endpoints: { 1: { bindings: [], clusters: { input: ["genBasic"], output: [] }, configured_reportings: [], scenes: [] } },
}));
const states = new Map(devices.map((device, index) => [`${baseOf(index)}/${device.friendly_name}`, initialState(device.definition.exposes)]));
const client = mqtt.connect(`mqtt://127.0.0.1:${process.argv[2]}`);
const kept = { retain: true, qos: 1 };

client.on("connect", async () => {
    await client.subscribeAsync("+/+/set");
    for (let first = 0; first < devices.length; first += perBridge) {
        const base = baseOf(first);
        await client.publishAsync(`${base}/bridge/state`, JSON.stringify({ state: "online" }), kept);
        await client.publishAsync(`${base}/bridge/devices`, JSON.stringify(devices.slice(first, first + perBridge)), kept);
    }
    for (const [topic, state] of states)
        await client.publishAsync(topic, JSON.stringify(state), { retain: true });
    console.log(devices.length);
});
client.on("message", (topic, payload) => {
    const device = topic.slice(0, -"/set".length);
    client.publish(device, JSON.stringify(merged(states.get(device), JSON.parse(payload))), { retain: true });
});
