-- Responses to a service, a few dozen different ones in turn. The texts are made up.
dofile("report.lua")

local reasons = { "explanation", "attitude", "procedure", "time", "guidance" }
local comments = {
  "窓口の説明がとても分かりやすく、必要な書類もすぐに揃いました。",
  "待ち時間が長く、番号の呼び出しが聞き取りにくかったです。",
  "申請書の記入例があると助かります。職員の対応は丁寧でした。",
  "案内表示が小さく、どの窓口に行けばよいか迷いました。",
  "The staff explained everything in plain words. Thank you.",
  "オンラインで手続が完了し、来庁せずに済みました。",
  "駐車場が混んでいて予約の時間に間に合いませんでした。",
}
local requests = {}
local turn = 0

function init(arguments)
  for i = 1, 35 do
    local body = string.format(
      '{"score":%d,"reasons":["%s"],"comment":"%s","channel":"web"}',
      i % 5 + 1, reasons[i % #reasons + 1], comments[i % #comments + 1])
    requests[i] = wrk.format("POST", nil, nil, body)
  end
end

function request()
  turn = turn % #requests + 1
  return requests[turn]
end
