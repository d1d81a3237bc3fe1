// A lamp on mqtt.js, announced by Home Assistant's device discovery with short names: node switch.js PORT
const client = require("mqtt").connect(`mqtt://127.0.0.1:${process.argv[2]}`, { protocolVersion: 5 });
const state = { state: "OFF", brightness: 100 };
const tell = () => client.publish("lamp/state", JSON.stringify(state), { retain: true });

client.on("connect", () => {
    client.subscribe("lamp/set");
    client.publish("homeassistant/device/lamp/config", JSON.stringify({
        dev: { ids: "mqttjs_lamp", name: "Lamp of mqtt.js", mf: "mqtt.js", sw: "5.16.0" },
        o: { name: "switch.js" },
        cmps: {
            lamp: { p: "light", schema: "json", uniq_id: "mqttjs_lamp_light", name: "Lamp", stat_t: "lamp/state", cmd_t: "lamp/set", brightness: true },
            uptime: { p: "sensor", uniq_id: "mqttjs_lamp_uptime", name: "Uptime", stat_t: "lamp/uptime", unit_of_meas: "s", ent_cat: "diagnostic" },
        },
    }), { retain: true });
    tell();
    setInterval(() => client.publish("lamp/uptime", String(Math.round(process.uptime()))), 500);
});
client.on("message", (topic, payload) => {
    Object.assign(state, JSON.parse(payload));
    tell();
});
