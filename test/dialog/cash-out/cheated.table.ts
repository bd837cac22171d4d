/** Says that he was cheated: he is helped to protect himself and to report before anything else. One a line. */
export const CHEATED = `
  我被骗了
  我被骗了怎么办
  套现被骗了怎么办
  找人套花呗被骗了
  帮我套花呗的人把我拉黑了
  中介收了钱不给我打款
  钱转过去对方就把我删了
  扫了码花呗扣了钱，对方不给现金跑路了
  套现的人卷款跑了
  被代提的骗走了3000
  遇到骗子了，花呗被刷了5000
  对方骗我说能提现，钱没了
  花呗被人骗着刷了2000怎么追回
  我上当了，中介让我先交保证金
  被黄牛坑了钱要不回来
  骗子把我花呗额度刷光了
  那个商家收了我的花呗没给我钱，人不见了
  I was scammed
  I got scammed by a huabei cash-out guy
  a middleman cheated me out of 3000
  the agent took my money and blocked me
  someone tricked me into scanning a code and my huabei is gone
  he ran off with my huabei money
  I've been defrauded, what do I do
  got ripped off by a cash-out dealer, he vanished
  the broker never paid me and disappeared
  I fell for a scam and they drained my huabei
  i was conned by a shop that promised cash for huabei
  they stole 2000 through my huabei, how do I report it
  the guy who was supposed to cash out my huabei deleted me after I paid
`;
/** Speaks of fraud and was not cheated. */
export const NOT_CHEATED = `
  这是不是骗子
  会不会被骗
  官方直转会不会是骗局
  怎么防骗
  中介靠谱吗怕被骗
  怎么分辨骗子
  你是骗子吧
  网上说能代提是骗人的吗
  有多少人被骗过
  is this a scam
  are these services a scam
  how do I avoid being scammed
  is the middleman a fraud
  will I get scammed
  legit or scam
  you are not a scammer are you
`;
